#include "CAllocator.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static char stack[1 << 16];

static void say(const char *text) {
  ssize_t written = write(STDERR_FILENO, text, strlen(text));
  (void)written;
}

// Whether the process is close to the memory that it may have.
static int is_short_of_memory(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return 0;
  char text[64];
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return 0;
  rlim_t pages = 0;
  for (ssize_t at = 0; at < count && text[at] >= '0' && text[at] <= '9'; at += 1) pages = pages * 10 + (text[at] - '0');
  rlim_t used = pages * (rlim_t)sysconf(_SC_PAGESIZE);
  // Large pieces are asked for at once, so the limit need not be quite reached.
  return used > limit.rlim_cur / 2;
}

static void end(int number) {
  if (is_short_of_memory()) {
    say("\nerror: the memory limit of this process (ulimit -v) is too small for these inputs; raise it, or give fewer "
        "files or --jobs 1. Nothing was written, earlier reports are as they were\n");
    _exit(1);
  }
  say("\nerror: the tool has a fault and had to end; please report it with the command and the inputs. An earlier "
      "report is as it was\n");
  signal(number, SIG_DFL);
  raise(number);
}

void tell_why_a_fault_ends_the_run(void) {
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternative, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = end;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  int numbers[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  for (size_t at = 0; at < sizeof numbers / sizeof numbers[0]; at += 1) sigaction(numbers[at], &action, NULL);
}
