#ifndef CFOLDER_EXCHANGE_H
#define CFOLDER_EXCHANGE_H

// Exchanges two folders in one step. 0, or the error number; ENOSYS or EINVAL where the system cannot.
int exchange_folders(const char *one, const char *other);

// Renames a file or folder to where nothing stands. 0, or the error number; EEXIST where something stands.
int move_to_free_place(const char *from, const char *to);

// Waits until the disk has all that was written to the file system of a path. 0, or the error number.
int write_through(const char *path);

#endif
