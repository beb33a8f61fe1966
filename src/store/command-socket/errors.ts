// What can go wrong between two processes that share a command socket.
import { Refused, RetryLater } from "../../core/errors.ts";
import { maxRequestBytes } from "./wire.ts";

/** The owner cannot listen. */
export function toListenError(error: unknown, socketPath: string): Refused {
  const why = error instanceof Error ? error.message : String(error);
  return new Refused(
    "socket_unavailable",
    `Ringside cannot listen for commands on ${socketPath} (${why}). Remove what is in its place, ` +
      "or set DATA_DIR to another folder.",
  );
}

/** The request is longer than `maxRequestBytes`. */
export function tooLarge(): Refused {
  return new Refused(
    "request_too_large",
    `The request is longer than ${maxRequestBytes} bytes. Pass large input as a file.`,
  );
}

/** What a connection error means to the one who calls. */
export function toCallError(error: Error, socketPath: string): Refused | RetryLater {
  const code = "code" in error ? String(error.code) : "";
  if (["EACCES", "EPERM"].includes(code)) {
    return new Refused(
      "not_allowed",
      `${socketPath} belongs to another user. Run the command as the user who runs Ringside.`,
    );
  }
  if (!["ENOENT", "ENOTDIR", "ECONNREFUSED", "ENOTSOCK"].includes(code)) return unanswered();
  return new Refused(
    "not_running",
    `Ringside is not running: nobody listens on ${socketPath}. Start it (npm start) and try again.`,
  );
}

/** The connection ended without an answer. */
export function unanswered(): RetryLater {
  return new RetryLater(
    "Ringside ended before it answered. The command may have been carried out: look before you repeat it.",
    { afterMs: 1_000, ambiguous: true },
  );
}

/** Why a command is stopped whose client has gone. */
export function hungUp(): RetryLater {
  return new RetryLater("The client hung up.", { afterMs: 0 });
}

/** Why a command is stopped that a shutdown cannot wait for. */
export function stopping(): RetryLater {
  return new RetryLater("Ringside is shutting down and stopped the command. Run it again later.", {
    afterMs: 5_000,
    ambiguous: true,
  });
}
