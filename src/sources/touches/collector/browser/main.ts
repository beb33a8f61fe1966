// collect.js: what a visitor does on the company's own pages, once they agreed. No dependency, no cookie of others.
import { startConsent } from "./consent.ts";
import { watchFiles } from "./files.ts";
import { watchForms } from "./forms.ts";
import { createOutbound } from "./outbound.ts";
import { watchPage } from "./page.ts";
import { watchVideos } from "./videos.ts";

type Api = {
  /** Consent given or withdrawn, by the site's own banner. */
  consent(granted: boolean): void;
  /** The SHA-256 of the visitor's e-mail address in lower case, or a token of a signed link. */
  identify(person: string): void;
};

declare global {
  interface Window {
    ringside?: Api;
  }
}

function start(script: HTMLScriptElement): void {
  const outbound = createOutbound(script);
  const consent = startConsent(script.dataset.consent, () => {
    const { emit } = outbound;
    watchPage(emit, outbound.flush, outbound.keep);
    watchFiles(emit);
    watchForms(emit);
    watchVideos(emit);
    outbound.begin();
  });
  window.ringside = {
    consent(granted) {
      consent(granted);
      outbound.allow(granted && consent.isGranted());
    },
    identify: outbound.identify,
  };
  outbound.allow(consent.isGranted());
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.ringside) start(script);
