// The week, 4: what changed from one month to the next, with intervals and what they cannot tell.
import { textsFor } from "../../../core/text/texts.ts";
import { cardOf, managerOf, type Scene } from "../stage.ts";

export const weekChanged: Scene = {
  name: "weekChanged",
  async play(stage): Promise<object> {
    const manager = await managerOf(stage);
    const { examples } = textsFor(manager.language).chat.help;
    await stage.says(manager, examples.what_changed ?? "");
    const card = await cardOf(stage, manager);
    await stage.show(manager, card);
    return { manager: manager.name, periods: card.subtitle, summary: card.summary };
  },
};
