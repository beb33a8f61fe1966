// Whose an incoming body is: one of our workspaces', by its team and app, or nobody's.
import type { ReceiverEvent } from "@slack/bolt";
import { z } from "zod";
import type { Bot } from "../client.ts";

/** Why a body is nobody's. */
export type Refusal = "malformed" | "unknown-workspace" | "foreign-app" | "not-connected";

/** What takes in the bodies of one workspace. */
export type Owner = { bot(): Bot | undefined; take(event: ReceiverEvent): Promise<void> };

const id = z.string().nullish();
const team = z.object({ id }).nullish();
const addressed = z.object({
  team_id: id,
  api_app_id: id,
  authorizations: z.array(z.object({ team_id: id })).nullish(),
  team,
  user: z.object({ team_id: id }).nullish().catch(null),
  view: z.object({ app_installed_team_id: id }).nullish(),
});

/** The one of these workspaces that a body is for. */
export function findOwner<One extends Owner>(
  body: unknown,
  owners: readonly One[],
): { owner: One } | { refusal: Refusal } {
  const place = placeOf(body);
  if (!place.team) return { refusal: "malformed" };
  const owner = owners.find((one) => one.bot()?.teamId === place.team);
  // Until everybody has said which team they are, a stranger may yet turn out to be ours.
  const isCertain = owners.every((one) => one.bot());
  if (!owner) return { refusal: isCertain ? "unknown-workspace" : "not-connected" };
  const { appId } = owner.bot() ?? {};
  const isForeign = Boolean(appId && place.app && place.app !== appId);
  return isForeign ? { refusal: "foreign-app" } : { owner };
}

/** A modal belongs to the team that installed the app, which in a shared channel is not the clicker's. */
function placeOf(body: unknown): { team?: string | undefined; app?: string | undefined } {
  const { data } = addressed.safeParse(body);
  if (!data) return {};
  const { view, authorizations, user } = data;
  const teams = [
    view?.app_installed_team_id,
    authorizations?.[0]?.team_id,
    data.team_id,
    data.team?.id,
    user?.team_id,
  ];
  return { team: teams.find(Boolean) ?? undefined, app: data.api_app_id ?? undefined };
}

const kinds = new Set([
  "message",
  "app_mention",
  "app_home_opened",
  "app_uninstalled",
  "tokens_revoked",
  "block_actions",
  "view_submission",
  "view_closed",
  "shortcut",
  "message_action",
]);

/** What kind of thing came in, for counting. */
export function kindOf(body: Record<string, unknown>): string {
  if ("command" in body) return "command";
  const { event } = body as { event?: { type?: unknown } };
  const type = String(body.type === "event_callback" ? event?.type : body.type);
  return kinds.has(type) ? type : "unknown-type";
}
