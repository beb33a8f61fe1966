// How many live streams are open, by link and together: each costs a connection and a look now and then.

const mostOfLink = 4;
const mostTogether = 200;

export type Seats = {
  /** Takes a seat and returns how to leave it; undefined when all are taken. */
  take(linkId: string): (() => void) | undefined;
};

export function createSeats(): Seats {
  const taken = new Map<string, number>();
  let together = 0;
  return {
    take(linkId) {
      const own = taken.get(linkId) ?? 0;
      if (own >= mostOfLink || together >= mostTogether) return undefined;
      taken.set(linkId, own + 1);
      together += 1;
      return () => {
        together -= 1;
        const left = (taken.get(linkId) ?? 1) - 1;
        if (left > 0) taken.set(linkId, left);
        else taken.delete(linkId);
      };
    },
  };
}
