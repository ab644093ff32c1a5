#ifndef CFOLDER_EXCHANGE_H
#define CFOLDER_EXCHANGE_H

// Exchanges two folders in one step. 0, or the error number; ENOSYS or EINVAL where the system cannot.
int exchange_folders(const char *one, const char *other);

#endif
