// Who is here, for whoever runs the installation.
import { heading, sentence } from "../blocks.ts";
import type { Section } from "./section.ts";

export const peopleLines: Section = async ({ store, reading }) => {
  const { home } = reading.texts;
  const count = (role: "rep" | "manager" | "contributor" | "operator") =>
    store.read.people.count({ role, active: true });
  const counts = {
    reps: await count("rep"),
    managers: await count("manager"),
    contributors: await count("contributor"),
    operators: await count("operator"),
  };
  return () => [heading(home.people), sentence(home.peopleCounts(counts))];
};
