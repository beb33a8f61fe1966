// The task lists of the platforms people chat on, as far as an action needs them; each adapter that has one brings its own.

/** Where a task stands. */
export type TaskPlace = { surface: string; connection: string; taskId: string };

/** What a task says. `actionId` comes back with it when it is read. */
export type TaskContent = {
  actionId: string;
  title: string;
  why: string;
  dueAt: number | null;
  isDone: boolean;
};

/**
 * Every call throws RetryLater when the platform is busy or away, and Refused when it never will: `tasks.nowhere`
 * where somebody has no such list, `tasks.no-permission` (params: scopes) where the app may not write in it.
 */
export interface PlatformTasks {
  /** Puts a task into somebody's own list; the same key puts it there once. */
  add(personId: string, content: TaskContent, key: string): Promise<TaskPlace>;
  /** Brings a task up to what it should say; false when it is gone. */
  change(place: TaskPlace, content: TaskContent): Promise<boolean>;
  /** Takes a task away; one that is gone already is fine. */
  remove(place: TaskPlace): Promise<void>;
  /** As it is now; undefined when it is gone. */
  read(place: TaskPlace): Promise<{ actionId: string; isDone: boolean } | undefined>;
}

/** Somebody ticked a task off, or took the tick away: `key` names what the platform told. */
export type TaskNews = { key: string; place: TaskPlace };
