// Nothing happens before consent, and a browser that asks not to be tracked has refused.

type Consent = { (granted: boolean): void; isGranted(): boolean };

/** Starts at once with `data-consent="granted"`, else when the site says so. Starts once. */
export function startConsent(given: string | undefined, begin: () => void): Consent {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & {
    globalPrivacyControl?: boolean;
  };
  const refused = doNotTrack === "1" || globalPrivacyControl === true;
  let granted = false;
  let begun = false;
  const set = (wanted: boolean) => {
    granted = wanted && !refused;
    if (!granted || begun) return;
    begun = true;
    // After the one who called has finished: what begins here asks whether it may.
    queueMicrotask(begin);
  };
  set(given === "granted");
  return Object.assign(set, { isGranted: () => granted });
}
