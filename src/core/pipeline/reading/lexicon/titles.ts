// What people are at their company, as it is said beside a name.

/** English titles, as alternatives. */
export const latinTitles =
  "ceo|cfo|cto|coo|cio|cmo|cro|cpo|ciso|md|gm|vp|svp|evp|director|manager|head|chief|owner|co-?owner|founder|co-?founder|president|officer|chairman|chairwoman|chair|boss|lead|leader|partner|principal|controller|buyer|treasurer|superintendent|supervisor|administrator|engineer|secretary|counsel|guy|lady";

/** Chinese ones, after a department. */
export const hanTitles =
  "总监|总裁|总经理|副总|经理|主任|院长|主管|董事长|部长|科长|处长|局长|厂长|校长|行长|所长|老板|负责人|会计|店长|馆长|队长|主席|ceo|cto|cfo|cio|coo|vp";
