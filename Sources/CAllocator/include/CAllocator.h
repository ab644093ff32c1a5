#ifndef CALLOCATOR_H
#define CALLOCATOR_H

// One heap for all threads, grown in large steps and not given back before the process ends.
void keep_memory(void);

#endif
