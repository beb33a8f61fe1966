// Which customers a rep works with.
import type { Customer } from "./customers.ts";
import type { Rep } from "./people.ts";
import type { Random } from "./random.ts";

/** Whether a rep sells there: language, territory and licence. Manufacturing needs no licence. */
function covers(rep: Rep, customer: Customer): boolean {
  if (rep.language !== customer.language) return false;
  if (rep.territories.length > 0 && !rep.territories.includes(customer.territory)) return false;
  return customer.industry === "manufacturing" || rep.licences.includes(customer.industry);
}

/**
 * Gives a rep their next customer among those known for long. Reps look first where they say they are at home,
 * twice as often as elsewhere, and rather at accounts that have not been asked often.
 */
export function createCustomerPicker(customers: Customer[], random: Random) {
  const asked = new Map<Customer, number>();
  return (rep: Rep): Customer => {
    const served = customers.filter((customer) => !customer.fresh && covers(rep, customer));
    const customer = random.pickWeighted(served, (each) => {
      const preference = rep.industries.includes(each.industry) ? 2 : 1;
      return preference / (1 + (asked.get(each) ?? 0)) ** 2;
    });
    asked.set(customer, (asked.get(customer) ?? 0) + 1);
    return customer;
  };
}
