// Who may call: this machine only, and only the page itself. There are no passwords here, so this is the lock.
import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import type { Language } from "../../../core/model.ts";
import { requestedLanguage } from "../../../core/text/requested-language.ts";
import { textsFor } from "../../../core/text/texts.ts";

/** The language a browser asks for, where no person's own is known. */
export const languageOf = ({ headers }: Request): Language =>
  requestedLanguage(headers.get("accept-language") ?? undefined);

// Against DNS rebinding: a foreign name that points to this machine still says its name here.
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** Refuses requests that were not addressed to this machine by its own name. */
export const requireLoopbackHost: MiddlewareHandler = createMiddleware(async (context, next) => {
  if (loopback.test(context.req.header("host") ?? "")) return next();
  return context.text(textsFor(languageOf(context.req.raw)).local.refusals.foreignHost, 403);
});

/** Refuses changes that another site asked for. */
export const requireSameOrigin: MiddlewareHandler = createMiddleware(async (context, next) => {
  const { method, raw } = context.req;
  if (method === "GET" || method === "HEAD" || isSameOrigin(raw)) return next();
  return context.text(textsFor(languageOf(raw)).local.refusals.crossSite, 403);
});

// Browsers send at least one of the two with every POST; a request with neither proves nothing.
function isSameOrigin({ headers }: Request): boolean {
  const [site, origin] = [headers.get("sec-fetch-site"), headers.get("origin")];
  if (site === null && origin === null) return false;
  const isOwnOrigin = origin === null || origin === `http://${headers.get("host")}`;
  return isOwnOrigin && (site === null || site === "same-origin");
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What the browser may do with anything that comes from here. */
export const setSafetyHeaders: MiddlewareHandler = createMiddleware(async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", policy);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  headers.set("x-content-type-options", "nosniff");
  headers.set("x-frame-options", "DENY");
  headers.set("referrer-policy", "no-referrer");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
});
