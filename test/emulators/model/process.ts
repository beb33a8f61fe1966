// The endpoint as a process of its own, as a model server is. Started by fork; behaves as it is told by message.
import * as behaviours from "./behaviours.ts";
import { startModelEndpoint } from "./endpoint.ts";

/** What the process can be told to do with the next request. */
export const moods = {
  plays: behaviours.plays({ says: "Leading at what, exactly? I asked about nights." }),
  stalls: behaviours.stalls,
  fails: behaviours.fails(500),
  nonsense: behaviours.writes("As far as I can tell, yes and no."),
  refuses: behaviours.refuses,
  cuts: behaviours.cutsAfter('{"believes": "They'),
} as const;
export type Mood = keyof typeof moods;

const endpoint = await startModelEndpoint();
process.on("message", (mood: Mood) => {
  endpoint.does(moods[mood]);
  process.send?.({ ready: mood });
});
// Nobody is left to ask.
process.on("disconnect", () => process.exit());
process.send?.({ url: endpoint.url });
