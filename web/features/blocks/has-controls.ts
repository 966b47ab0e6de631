import { fieldsOf, linkAt } from './fields.ts';

/** Whether there is something to press or fill in that only an app could answer. A button with an address is a link. */
export function hasControls(parts: readonly unknown[]): boolean {
  return parts.some((part) => {
    const fields = fieldsOf(part);
    const { type, accessory, elements, element, actions, child_blocks: inner, blocks } = fields;
    if (typeof type === 'string' && controls.test(type)) return linkAt(fields, 'url') === undefined;
    return hasControls([[accessory, element], elements, actions, inner, blocks].flatMap(itemsOf));
  });
}

const controls =
  /^(?:(?:workflow_|icon_|radio_|feedback_)?buttons?|overflow|checkboxes|\w+picker|(?:\w+_)?select|\w+_input)$/;
const itemsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.filter((item) => item !== undefined) : [];
