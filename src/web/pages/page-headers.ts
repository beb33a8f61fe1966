// What a browser may do with a page of ours: our own files and our own addresses, and its own address told to nobody.
import type { MiddlewareHandler } from "hono";
import { every } from "hono/combine";
import { secureHeaders } from "hono/secure-headers";

/** `forms`: whether forms may be sent to ourselves. */
export function setPageHeaders({ forms }: { forms: boolean }): MiddlewareHandler {
  const self = ["'self'"];
  const none = ["'none'"];
  const headers = secureHeaders({
    contentSecurityPolicy: {
      ...{ defaultSrc: none, scriptSrc: self, styleSrc: self, imgSrc: self, connectSrc: self },
      ...{ formAction: forms ? self : none, baseUri: none, frameAncestors: none },
    },
    xFrameOptions: "DENY",
    // TLS, and the promise to keep using it, belong to the proxy in front.
    strictTransportSecurity: false,
  });
  return every(keepPrivate, headers);
}

const keepPrivate: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  headers.set("x-robots-tag", "noindex, nofollow");
};
