// What Bolt is told to listen for. A test compares it with the manifest.
import type { App, ViewResponseAction } from "@slack/bolt";
import { textsFor } from "../../../core/text/texts.ts";
import { tellWhere } from "../events.ts";
import { type Desk, onAction, onClosed, onShortcut, onSubmit } from "../interactions.ts";
import { parsePayload } from "../parse/payload.ts";
import { parseOpened, parseRemoved } from "../parse.ts";
import { formCallback } from "../render/modal.ts";
import { slashCommand } from "../shortcuts.ts";

/** Registers everything; `onGone` hears that the app was removed from its workspace. */
export function listen(app: App, desk: Desk, onGone: (why: string) => void): void {
  listenToPresses(app, desk);
  app.command(slashCommand, async ({ ack, body }) => {
    // In their own conversation with us the answer is about to stand there.
    if (body.channel_id === desk.client.knownDm(body.user_id)) return ack();
    const texts = textsFor(
      await desk.languageOf({ connection: body.team_id, externalId: body.user_id }),
    );
    await ack({ response_type: "ephemeral", text: texts.slack.answeredInDm });
  });
  app.event("app_mention", async ({ body }) => tellWhere(body, desk));
  app.event("app_home_opened", async ({ body }) => {
    const opened = parseOpened(body, desk.installed());
    if (opened?.tab === "home") desk.homes.opened(opened.event.externalId);
  });
  for (const type of ["app_uninstalled", "tokens_revoked"]) {
    app.event(type, async ({ body }) => {
      if (!parseRemoved(body, desk.installed())) return;
      onGone("the app was removed from the workspace: reinstall it and copy the new token");
      desk.log.error({ type }, "Slack: the app was removed from the workspace");
    });
  }
  app.error(async (error) => {
    // Without an acknowledgement Slack tells the person, or sends it again.
    throw error;
  });
}

/** Whatever is pressed is answered, even when it is not ours: Slack waits three seconds for it. */
function listenToPresses(app: App, desk: Desk): void {
  const read = (body: unknown) => parsePayload(body, desk.installed());
  app.action(/^/, async ({ ack, body }) => {
    const payload = read(body);
    await (payload ? onAction(payload, () => ack(), desk) : ack());
  });
  app.shortcut(/^/, async ({ ack, body }) => {
    const payload = read(body);
    await (payload ? onShortcut(payload, () => ack(), desk) : ack());
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
}
