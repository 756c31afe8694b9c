// The keys of one area, in any language.
export type Words<Area> = { readonly [Key in keyof Area]: string }
