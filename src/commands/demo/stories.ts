// The stories the demo can tell, each a list of scenes; loaded only when told.
import type { Story } from "./stage.ts";

/** By the name --story takes. */
export const stories: Record<string, () => Promise<Story>> = {
  jobs: async () => (await import("./jobs-story.ts")).jobsStory,
  week: async () => (await import("./week-story.ts")).weekStory,
};

/** What is told when nobody asks for another. */
export const usualStory = "jobs";
