#ifndef CALLOCATOR_H
#define CALLOCATOR_H

// Freed memory stays with the process, which grows in large steps and gives nothing back before it ends.
void keep_memory(void);

#endif
