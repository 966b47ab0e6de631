/** What this is called. */
export const product = 'Edgewise';
