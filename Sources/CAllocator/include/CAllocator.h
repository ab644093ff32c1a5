#ifndef CALLOCATOR_H
#define CALLOCATOR_H

// Freed memory stays with the process, which grows in large steps and gives nothing back before it ends. The first
// part of the main heap is in huge pages where the system has them.
void keep_memory(void);

// A fault of the tool, or a limit of memory that is too small, ends the run with a sentence.
void tell_why_a_fault_ends_the_run(void);

#endif
