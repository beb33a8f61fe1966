// How the cards of a session are called: the one it is played under, and one per turn of the customer.

/** Cards under which a session is played begin so. */
export const roomPrefix = "room:";

/** The card of a session: its brief, then its clock, then how it ended. Its thread is where it is played. */
export const roomKey = (sessionId: string): string => `${roomPrefix}${sessionId}`;

/** The session a room belongs to. */
export const sessionOf = (cardKey: string): string => cardKey.slice(roomPrefix.length);

/** The message with the customer's words of one turn; before they come, that they are thinking. */
export const turnKey = (sessionId: string, number: number): string => `turn:${sessionId}:${number}`;
