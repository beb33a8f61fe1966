// Four kinds of error, by what the caller does about them. A bug is any other error.

/** The input cannot be accepted; fix it and try again. `message` is for the operator. */
export class Refused extends Error {
  override name = "Refused";
  readonly code: string;
  readonly params: Record<string, string | number>;

  constructor(code: string, message: string, params: Record<string, string | number> = {}) {
    super(message);
    this.code = code;
    this.params = params;
  }
}

/** What was asked for does not exist, or not for this person: the two look the same from outside. */
export class NotFound extends Error {
  override name = "NotFound";
  readonly code: string;
  readonly params: Record<string, string | number>;

  constructor(code: string, message: string, params: Record<string, string | number> = {}) {
    super(message);
    this.code = code;
    this.params = params;
  }
}

/** Something outside is busy or away; the same call may work later. */
export class RetryLater extends Error {
  override name = "RetryLater";
  readonly afterMs: number;
  /** True when the other side may already have done it: look before doing it again. */
  readonly ambiguous: boolean;

  constructor(message: string, options: { afterMs: number; ambiguous?: boolean }) {
    super(message);
    this.afterMs = options.afterMs;
    this.ambiguous = options.ambiguous ?? false;
  }
}
