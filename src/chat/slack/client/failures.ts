// What a failed call means to the outbox: later, never, or a bug. The sentences say what to click.
import { webApi } from "@slack/bolt";
import { byName } from "../../../core/by-name.ts";
import { Refused, RetryLater } from "../../../core/errors.ts";

/** Turns what the Web API client threw into RetryLater or Refused; other errors stay what they are. */
export function toFailure(error: unknown): unknown {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    // Slack said no before doing anything.
    return new RetryLater("slack: rate limited", { afterMs: error.retryAfter * 1000 });
  }
  if (error instanceof webApi.WebAPIRequestError) return away("slack: no answer");
  if (error instanceof webApi.WebAPIHTTPError) return fromStatus(error.statusCode);
  if (error instanceof webApi.WebAPIPlatformError) {
    return fromCode(error.data.error, neededBy(error.data));
  }
  // The SDK's words for a 429 that does not say how long: not taken either.
  if (error instanceof Error && /^Retry header did not contain/.test(error.message)) {
    return new RetryLater("slack: rate limited", { afterMs: busyMs });
  }
  return error;
}

/** The same for what is on its way to somebody: while Slack does not take the token, it keeps. */
export function toSendFailure(error: unknown): unknown {
  const failure = toFailure(error);
  if (!isAboutToken(error) || !(failure instanceof Refused)) return failure;
  return new RetryLater(failure.message, { afterMs: tokenMs });
}

/** Until a busy Slack is asked again, and one that does not take the token. */
const busyMs = 30_000;
const tokenMs = 60_000;

/** Slack's own code of a failure, such as "invalid_blocks". */
export function codeOf(error: unknown): string {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : "";
}

/** Whether Slack refused how a message is built, rather than the message. */
export function isAboutBlocks(error: unknown): boolean {
  return blockCodes.has(codeOf(error));
}

/** Whether the message to be edited is out of reach: gone, too old, or never ours. */
export function isAboutMessage(error: unknown): boolean {
  return messageCodes.has(codeOf(error));
}

/** Whether Slack no longer takes the token at all. */
export function isAboutToken(error: unknown): boolean {
  return tokenCodes.has(codeOf(error));
}

const tokenCodes = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
]);

const blockCodes = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  // What Slack's schema does not know; and texts: an edit takes fewer than a message.
  "invalid_arguments",
  "msg_too_long",
  "msg_blocks_too_long",
  "block_mismatch",
  "too_many_attachments",
  "invalid_attachments",
  "only_one_table_allowed",
  "metadata_too_large",
  "invalid_metadata_format",
  "invalid_metadata_schema",
  "slack_file_not_found",
]);

const messageCodes = new Set([
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
  "is_inactive",
]);

/** Failures on Slack's side: it may have done what was asked before it failed. */
const awayCodes = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "external_channel_migrating",
]);

const busyCodes = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);

function away(message: string): RetryLater {
  return new RetryLater(message, { afterMs: 5_000, ambiguous: true });
}

function fromStatus(status: number): RetryLater {
  if (status >= 500) return away(`slack: HTTP ${status}`);
  return new RetryLater(`slack: HTTP ${status}`, { afterMs: 60_000 });
}

function fromCode(code: string, needed: string): Refused | RetryLater {
  if (awayCodes.has(code)) return away(`slack: ${code}`);
  if (busyCodes.has(code)) return new RetryLater(`slack: ${code}`, { afterMs: busyMs });
  const sentence = sentences[code] ?? `Slack refused it (${code}).`;
  return new Refused(`slack.${code}`, needed ? `${sentence} Needed: ${needed}.` : sentence);
}

/** The scope a missing_scope lacks. */
function neededBy(data: object): string {
  return "needed" in data && typeof data.needed === "string" ? data.needed : "";
}

const reinstall =
  "Open api.slack.com/apps, choose the app, Install App, Reinstall to Workspace, and copy the Bot User OAuth Token into SLACK_BOT_TOKEN.";

const sentences: Record<string, string> = byName({
  invalid_auth: `Slack does not accept the token. ${reinstall}`,
  not_authed: `SLACK_BOT_TOKEN is empty. ${reinstall}`,
  account_inactive: `The app was removed from the workspace. ${reinstall}`,
  token_revoked: `The token was revoked. ${reinstall}`,
  token_expired: `The token has expired. Turn off Token Rotation under OAuth & Permissions. ${reinstall}`,
  not_allowed_token_type:
    "This is the wrong kind of token: SLACK_BOT_TOKEN starts with xoxb-, SLACK_APP_TOKEN with xapp- (Basic Information, App-Level Tokens, scope connections:write).",
  missing_scope:
    "The app lacks a permission. Paste the manifest of `npm run -s ringside -- manifest slack` under App Manifest, save, and reinstall the app.",
  channel_not_found: "Slack knows no such conversation: the person may have left the workspace.",
  user_not_found: "Slack knows no such user in this workspace.",
  user_disabled: "This person's Slack account is deactivated.",
  cannot_dm_bot: "This account is a bot, so it cannot be written to.",
  messages_tab_disabled:
    "The app takes no messages. Under App Home, switch on the Messages Tab and allow users to write there.",
  restricted_action: "A workspace setting keeps the app from posting. Ask a workspace admin.",
  is_archived: "The channel is archived.",
  not_in_channel: "The app is not in the channel. Invite it with /invite @Ringside.",
});
