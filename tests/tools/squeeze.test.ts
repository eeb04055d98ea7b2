import { describe, expect, it } from 'vitest'
import { sharedNames } from '../../scripts/vite/squeeze.ts'

describe('names that chunks share', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['what is given to others is called so inside', 'const e=1,n=2;export{e as t,n}', { e: 't' }],
    ['what is taken keeps its name', 'import{t as e,n}from"./a.js";import{x as r}from"./b.js"', { e: 't', r: 'x' }],
    ['of two things with one name outside the first gets it', 'import{t as e}from"./a.js";import{t as n}from"./b.js"', { e: 't' }],
    ['what is given comes before what is taken', 'import{t as e}from"./a.js";const n=1;export{n as t}', { n: 't' }],
    ['a thing with two names outside keeps the first', 'const e=1;export{e as a,e as b}', { e: 'a' }],
    ['a word of the language is no name', 'const e=1,n=2;export{e as in,n as io}', { n: 'io' }],
    ['a default is no name', 'import{default as ee}from"./a.js";export{e as default}', {}],
  ])('%s', (_, code, names) => {
    expect(sharedNames(code)).toEqual(names)
  })
})
