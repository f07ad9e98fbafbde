export const pageText = {};
