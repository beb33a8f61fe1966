// An installation that was cut short, said as what to do about it: half of one looks like a bug otherwise.

/** What to run where a module is missing that installing puts there; undefined for any other error. */
export function whatToInstall(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") return undefined;
  if (/store[/\\]generated/.test(error.message)) {
    return "The database client is not there yet: run “npm ci”, or “node prisma/generate.mjs” where install scripts are switched off.";
  }
  const missing = /^Cannot find (?:package|module) '(?<name>(?:@[\w.-]+\/)?[\w.-]+)'/.exec(
    error.message,
  );
  const name = missing?.groups?.name;
  return name && `The package ${name} is not installed: run “npm ci” in Ringside's folder.`;
}
