enum SchoolStatisticsPlaceholder {}
