/** The id of an option of a listbox, for `aria-activedescendant`. */
export const optionId = (listId: string, key: string): string => `${listId}-${key}`;
