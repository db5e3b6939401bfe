/** What the parts of screens say by themselves. */
export const parts = {
  copyNumber: (number: string) => `Copy ${number}`,
};

export type Parts = typeof parts;
