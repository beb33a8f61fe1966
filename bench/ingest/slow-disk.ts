// A disk that takes a millisecond longer to sync, made with the C compiler where there is one.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const source = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
static int (*real_fsync)(int); static int (*real_fdatasync)(int);
int fsync(int fd) { if (!real_fsync) real_fsync = dlsym(RTLD_NEXT, "fsync"); usleep(1000); return real_fsync(fd); }
int fdatasync(int fd) { if (!real_fdatasync) real_fdatasync = dlsym(RTLD_NEXT, "fdatasync"); usleep(1000); return real_fdatasync(fd); }
`;

/** A library for LD_PRELOAD that adds 1 ms to every sync; undefined where it cannot be made. */
export async function makeSlowDisk(folder: string): Promise<string | undefined> {
  const [file, library] = [join(folder, "slow-disk.c"), join(folder, "slow-disk.so")];
  try {
    await writeFile(file, source);
    await run("cc", ["-shared", "-fPIC", "-O2", "-o", library, file, "-ldl"]);
    return library;
  } catch {
    return undefined;
  }
}
