/** A text as it stands within a sentence. */
export const withinSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
