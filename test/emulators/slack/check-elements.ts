// What can be pressed, picked and typed, one shape for each kind.
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { most } from "./check-limits.ts";
import {
  address,
  areDistinct,
  choice,
  confirm,
  id,
  option,
  optionGroup,
  overflowOption,
  plainText,
  style,
  words,
} from "./check-objects.ts";

const label = words(most.button.label).optional();
const pressed = { action_id: id.optional(), confirm: confirm.optional() };
const focused = { focus_on_load: z.boolean().optional() };
const placeholder = plainText(most.select.placeholder).optional();
const picked = { ...pressed, ...focused, placeholder };
const several = { max_selected_items: z.int().min(1).optional() };
const typed = {
  action_id: id.optional(),
  ...focused,
  placeholder,
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(["on_enter_pressed", "on_character_entered"]))
        .min(1)
        .max(2),
    })
    .optional(),
};

const type = <Name extends string>(name: Name) => z.literal(name);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "must be a decimal number");

export const button = z.strictObject({
  type: type("button"),
  ...pressed,
  text: plainText(most.button.text),
  value: z.string().min(1).max(most.button.value).optional(),
  url: address(most.button.url, /^(https?|mailto)$/).optional(),
  style: style.optional(),
  accessibility_label: label,
});

const workflowButton = z.strictObject({
  type: type("workflow_button"),
  ...pressed,
  text: plainText(most.button.text),
  workflow: z.looseObject({ trigger: z.looseObject({ url: z.url() }) }),
  style: style.optional(),
  accessibility_label: label,
});

const feedback = z.strictObject({
  text: plainText(most.button.text),
  value: z.string().min(1).max(most.button.value),
  accessibility_label: label,
});

/** What stands in context_actions. */
export const contextActions = [
  z.strictObject({
    type: type("feedback_buttons"),
    action_id: id.optional(),
    positive_button: feedback,
    negative_button: feedback,
  }),
  z.strictObject({
    type: type("icon_button"),
    ...pressed,
    icon: z.literal("trash"),
    text: plainText(most.button.text),
    value: z.string().min(1).max(most.button.value).optional(),
    visible_to_user_ids: z.array(id).max(10).optional(),
    accessibility_label: label,
  }),
] as const;

const offered = {
  options: z.array(option).min(1).max(most.select.options).optional(),
  option_groups: z.array(optionGroup).min(1).max(most.select.groups).optional(),
};

type Offered = {
  options?: unknown[] | undefined;
  option_groups?: { options: unknown[] }[] | undefined;
};

function hasOneList({ options, option_groups: groups }: Offered): boolean {
  return (options === undefined) !== (groups === undefined);
}

function allOf({ options = [], option_groups: groups = [] }: Offered): unknown[] {
  return [...options, ...groups.flatMap((group) => group.options)];
}

const oneList = "must define either `options` or `option_groups`";
const among = "initial options must exactly match one of the options";
const repeated = "options must have values of their own";

function areAmong(initial: unknown[], all: unknown[]): boolean {
  return initial.every((one) => all.some((other) => isDeepStrictEqual(one, other)));
}

function haveOwnValues(all: unknown[]): boolean {
  return areDistinct(all.map((one) => (one as { value: unknown }).value));
}

const menus = [
  z
    .strictObject({
      type: type("static_select"),
      ...picked,
      ...offered,
      initial_option: option.optional(),
    })
    .refine(hasOneList, oneList)
    .refine((menu) => haveOwnValues(allOf(menu)), repeated)
    .refine(
      (menu) => areAmong(menu.initial_option ? [menu.initial_option] : [], allOf(menu)),
      among,
    ),
  z
    .strictObject({
      type: type("multi_static_select"),
      ...picked,
      ...several,
      ...offered,
      initial_options: z.array(option).min(1).optional(),
    })
    .refine(hasOneList, oneList)
    .refine((menu) => haveOwnValues(allOf(menu)), repeated)
    .refine((menu) => areAmong(menu.initial_options ?? [], allOf(menu)), among),
  z.strictObject({ type: type("users_select"), ...picked, initial_user: id.optional() }),
  z.strictObject({
    type: type("multi_users_select"),
    ...picked,
    ...several,
    initial_users: z.array(id).optional(),
  }),
  z.strictObject({ type: type("channels_select"), ...picked, initial_channel: id.optional() }),
  z.strictObject({
    type: type("external_select"),
    ...picked,
    initial_option: option.optional(),
    min_query_length: z.int().min(0).optional(),
  }),
] as const;

const chosen = {
  ...pressed,
  ...focused,
  options: z.array(choice).min(1).max(most.choices),
};

const choices = [
  z
    .strictObject({
      type: type("checkboxes"),
      ...chosen,
      initial_options: z.array(choice).min(1).optional(),
    })
    .refine(({ initial_options: initial = [], options }) => areAmong(initial, options), among),
  z
    .strictObject({ type: type("radio_buttons"), ...chosen, initial_option: choice.optional() })
    .refine(
      ({ initial_option: initial, options }) => areAmong(initial ? [initial] : [], options),
      among,
    ),
] as const;

const days = [
  z.strictObject({ type: type("datepicker"), ...picked, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: type("timepicker"),
    ...picked,
    initial_time: z.iso.time({ precision: -1 }).optional(),
    timezone: z.string().optional(),
  }),
] as const;

const moment = z.strictObject({
  type: type("datetimepicker"),
  ...pressed,
  ...focused,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const overflow = z.strictObject({
  type: type("overflow"),
  ...pressed,
  options: z.array(overflowOption).min(1).max(most.overflow),
});

const length = z.int().min(0).max(most.typed);

const fields = [
  z
    .strictObject({
      type: type("plain_text_input"),
      ...typed,
      multiline: z.boolean().optional(),
      initial_value: z.string().max(most.typed).optional(),
      min_length: length.optional(),
      max_length: length.min(1).optional(),
    })
    .refine(
      ({ initial_value: initial = "", max_length: longest = most.typed }) =>
        initial.length <= longest,
      "initial_value must not be longer than max_length",
    ),
  z.strictObject({
    type: type("number_input"),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: decimal.optional(),
    min_value: decimal.optional(),
    max_value: decimal.optional(),
  }),
  z.strictObject({ type: type("email_text_input"), ...typed, initial_value: z.email().optional() }),
  z.strictObject({ type: type("url_text_input"), ...typed, initial_value: z.url().optional() }),
  z.strictObject({
    type: type("file_input"),
    action_id: id.optional(),
    filetypes: z.array(z.string().regex(/^\w+$/)).min(1).optional(),
    max_files: z.int().min(1).max(most.files).optional(),
  }),
] as const;

/** What stands in an actions block, and beside a section. */
export const actionElements = [
  ...[button, workflowButton, overflow, moment],
  ...menus,
  ...choices,
  ...days,
] as const;
/** What an input block holds. */
export const inputElements = [...menus, ...choices, ...days, moment, ...fields] as const;
