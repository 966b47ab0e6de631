/** The site of an address; '' where it is none. */
export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');
