// What every connector promises: whatever a CRM answers, its failure is one of ours.
import { NotFound, Refused, RetryLater } from "../core/errors.ts";
import type { CrmConnector } from "../core/pipeline/write-back/connector.ts";
import { away } from "./call.ts";

/** The connector, where an answer in another form than its CRM documents counts as none, to be asked for again. */
export function keepContract(connector: CrmConnector): CrmConnector {
  const keep =
    <Asked extends unknown[], Answer>(ask: (...asked: Asked) => Promise<Answer>) =>
    (...asked: Asked) =>
      ask(...asked).catch((error: unknown) => {
        throw toOurs(error, connector.label);
      });
  return {
    ...connector,
    describe: keep(connector.describe),
    users: keep(connector.users),
    read: keep(connector.read),
    write: keep(connector.write),
    changedSince: keep(connector.changedSince),
  };
}

const mostSaid = 200;

function toOurs(error: unknown, label: string): unknown {
  if ([Refused, NotFound, RetryLater].some((kind) => error instanceof kind)) return error;
  const said = error instanceof Error ? error.message.slice(0, mostSaid) : "";
  return away(`${label} answered in a form it does not document: ${said}`);
}
