// Files that are not to stay: deleted by a job, decided in the transaction that had no more need of them.
import type { AssetStore, Unit } from "../ports.ts";

export const forgetJob = "file.forget";
export type ForgetPayload = { assetId: string };

/** Deletes a file, now or after a time; deciding it several times is fine. */
export function forgetFile(unit: Unit, assetId: string, { afterMs = 0 } = {}): void {
  const key = `${forgetJob}:${assetId}:${afterMs}`;
  unit.schedule({ kind: forgetJob, key, payload: { assetId }, runAt: unit.now + afterMs });
}

/** The job. */
export async function runForgetJob(
  { assetId }: ForgetPayload,
  { assets }: { assets: AssetStore },
): Promise<() => Promise<void>> {
  await assets.remove(assetId);
  return async () => {};
}
