// How sources name the person of a touch, before anybody knows who that is.

/** What a source knows about the person; kept in the touch (`props.who`) until the person is resolved. */
export type Who = {
  /** The visitor's own id: a cookie, a device. */
  anonymousId?: string;
  email?: string;
  phone?: string;
  /** Ids in other systems by kind, such as `hubspot.contact`; the one that names the person comes first. */
  externalIds?: Record<string, string>;
  /** The company's domain, where only the company is known. */
  domain?: string;
};

/**
 * The visitor's id of a touch without a contact: the cookie where there is one, else the strongest name as
 * `kind:value` (`email:ana@acme.com`, `zendesk.user:84`). Null: nobody in particular.
 */
export function strangerOf({ anonymousId, email, phone, externalIds, domain }: Who): string | null {
  if (anonymousId) return anonymousId;
  if (email) return `email:${email}`;
  if (phone) return `phone:${phone}`;
  const [first] = Object.entries(externalIds ?? {});
  if (first) return first.join(":");
  return domain ? `domain:${domain}` : null;
}

/** What a touch says about its person, for whoever resolves people. */
export function whoOf({ props }: { props: Record<string, unknown> }): Who {
  return typeof props.who === "object" && props.who !== null ? (props.who as Who) : {};
}
