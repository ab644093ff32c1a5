#ifndef CALLOCATOR_H
#define CALLOCATOR_H

// Freed memory stays with the process, which grows in large steps and gives nothing back before it ends. All threads
// share one heap, the first part of which is in huge pages where the system has them.
void keep_memory(void);

#endif
