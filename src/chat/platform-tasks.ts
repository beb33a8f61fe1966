// Somebody's own task list, on whichever of their platforms has one.
import { Refused } from "../core/errors.ts";
import type { PlatformTasks, TaskPlace } from "../core/journey/actions/tasks/platform-tasks.ts";
import type { Reader } from "../core/ports.ts";
import type { ChatSurface, TaskBook } from "./adapter.ts";

type Services = { read: Pick<Reader, "identities">; surfaces: () => Iterable<ChatSurface> };

export function createPlatformTasks({ read, surfaces }: Services): PlatformTasks {
  const bookOf = (surface: string): TaskBook | undefined =>
    [...surfaces()].find(({ adapter }) => adapter.surface === surface)?.adapter.tasks;
  const bookAt = ({ surface }: TaskPlace): TaskBook => bookOf(surface) ?? nowhere(surface);
  return {
    async add(personId, content, key) {
      const accounts = await read.identities.find(
        { personId },
        { order: { by: "lastSeenAt", descending: true } },
      );
      for (const { surface, connection, externalId } of accounts) {
        const taskId = await bookOf(surface)?.add({ connection, externalId }, content, key);
        if (taskId !== undefined) return { surface, connection, taskId };
      }
      return nowhere(personId);
    },
    change: async (place, content) => bookAt(place).change(place, content),
    remove: async (place) => bookAt(place).remove(place),
    read: async (place) => bookAt(place).read(place),
  };
}

function nowhere(whose: string): never {
  throw new Refused("tasks.nowhere", `There is no task list for ${whose}.`);
}
