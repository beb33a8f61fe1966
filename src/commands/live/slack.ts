// Slack, asked for real: whose token this is, what it may do, and whether a socket opens.
import { webApi } from "@slack/bolt";
import { toFailure } from "../../chat/slack/client/failures.ts";
import { callOptions } from "../../chat/slack/client.ts";
import type { SlackConnection } from "../../chat/slack/connection.ts";
import { scopes } from "../../chat/slack/manifest.ts";
import { createBoltLog } from "../../chat/slack/transport/bolt-log.ts";
import type { Log } from "../../log.ts";
import { checkLine, type LiveLine, type LiveReport } from "./line.ts";

/** Calls Slack with the keys of one connection. Changes nothing there. */
export async function checkSlack(keys: SlackConnection, log: Log): Promise<LiveReport> {
  const ask = createAsk(keys, log);
  const identity: { workspace?: string; name?: string; granted?: string[] } = {};
  const token = await checkLine("token", async () => {
    const { team_id, team, user, response_metadata } = await ask("auth.test", keys.botToken);
    Object.assign(identity, { workspace: team_id, name: team });
    identity.granted = response_metadata?.scopes ?? [];
    return `${team} (${team_id}), as ${user}`;
  });
  const { granted, ...who } = identity;
  const lines = [token, ...(granted ? [checkScopes(granted)] : []), await checkWay(keys, ask)];
  return { surface: "slack", ...who, lines };
}

type Answer = {
  team_id?: string;
  team?: string;
  user?: string;
  response_metadata?: { scopes?: string[] };
};
type Ask = (method: string, token: string) => Promise<Answer>;

function createAsk({ apiUrl }: SlackConnection, log: Log): Ask {
  return async (method, token) => {
    const web = new webApi.WebClient(token, { ...callOptions(apiUrl), logger: createBoltLog(log) });
    try {
      return (await web.apiCall(method)) as Answer;
    } catch (error) {
      throw toFailure(error);
    }
  };
}

const repaste =
  "Paste `npm run -s ringside -- manifest slack` under App Manifest, save, and reinstall the app.";

/** What was granted against what the manifest asks for. */
function checkScopes(granted: string[]): LiveLine {
  const what = "scopes";
  const wanted = Object.keys(scopes).sort();
  const missing = wanted.filter((scope) => !granted.includes(scope));
  if (granted.length === 0) {
    return { what, state: "unchecked", why: "Slack did not say which scopes it granted" };
  }
  if (missing.length > 0) {
    return { what, state: "broken", why: `missing: ${missing.join(", ")}`, fix: repaste };
  }
  const more = granted.filter((scope) => !wanted.includes(scope));
  const unused = more.length > 0 ? `; not needed: ${more.join(", ")}` : "";
  return { what, state: "ok", why: `all ${wanted.length} of the manifest${unused}` };
}

/** How events arrive. Only Slack can call us, so HTTP is for a person to try. */
async function checkWay({ appToken }: SlackConnection, ask: Ask): Promise<LiveLine> {
  if (!appToken) {
    const why =
      "signed HTTP: Slack has to reach /slack/events; press Verify under Event Subscriptions";
    return { what: "http", state: "unchecked", why };
  }
  return checkLine("socket", async () => {
    await ask("apps.connections.open", appToken);
    return "Slack gives a socket to this app token";
  });
}
