// What Bolt is told to listen for. A test compares it with the manifest.
import type { App, ViewResponseAction } from "@slack/bolt";
import { textsFor } from "../../core/text/texts.ts";
import { tellWhere } from "./events.ts";
import { renderHome, shortcuts, slashCommand } from "./home.ts";
import { type Desk, onAction, onClosed, onSubmit } from "./interactions.ts";
import { formCallback } from "./modal.ts";
import { parseEventType, parseOpened } from "./parse.ts";
import { parsePayload } from "./parse-payload.ts";

/** Registers everything; `onGone` hears that the app was removed from its workspace. */
export function listen(app: App, desk: Desk, onGone: (why: string) => void): void {
  const read = (body: unknown) => parsePayload(body, desk.installed());
  app.action(/^/, async ({ ack, body }) => {
    const payload = read(body);
    await (payload ? onAction(payload, () => ack(), desk) : ack());
  });
  app.view(formCallback, async ({ ack, body }) => {
    const payload = read(body);
    const answer = (given?: object) => (given ? ack(given as ViewResponseAction) : ack());
    await (payload ? onSubmit(payload, answer, desk) : ack());
  });
  app.view({ callback_id: formCallback, type: "view_closed" }, async ({ ack, body }) => {
    const payload = read(body);
    await (payload ? onClosed(payload, () => ack(), desk) : ack());
  });
  for (const id of Object.keys(shortcuts)) app.shortcut(id, async ({ ack }) => ack());
  app.command(slashCommand, async ({ ack, body }) => {
    const isDirect = body.channel_name === "directmessage";
    if (isDirect) return ack();
    const texts = textsFor(
      await desk.languageOf({ connection: body.team_id, externalId: body.user_id }),
    );
    await ack({ response_type: "ephemeral", text: texts.slack.answeredInDm });
  });
  app.event("app_mention", async ({ body }) => tellWhere(body, desk));
  app.event("app_home_opened", async ({ body }) => showHome(body, desk));
  for (const type of ["app_uninstalled", "tokens_revoked"]) {
    app.event(type, async ({ body }) => {
      if (!parseEventType(body, desk.installed())) return;
      onGone("the app was removed from the workspace: reinstall it and copy the new token");
      desk.log.error({ type }, "Slack: the app was removed from the workspace");
    });
  }
  app.error(async (error) => {
    // Without an acknowledgement Slack tells the person, or sends it again.
    throw error;
  });
}

async function showHome(body: unknown, desk: Desk): Promise<void> {
  const opened = parseOpened(body, desk.installed());
  if (opened?.tab !== "home") return;
  const { connection, externalId } = opened.event;
  const texts = textsFor(await desk.languageOf({ connection, externalId }));
  await desk.client.publishHome(externalId, renderHome(texts)).catch((error: unknown) => {
    desk.log.warn({ err: error }, "the Home tab was not shown");
  });
}
