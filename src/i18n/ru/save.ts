export const save = {}
