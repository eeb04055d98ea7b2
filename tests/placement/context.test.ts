import { describe, expect, it } from 'vitest'
import { languageOf, readContext } from '../../src/placement/context.ts'

describe('where the app was opened', () => {
  it.each([
    ['an object', { ID: '8061', URI: '/crm/lead/details/8061/' }, 8061],
    ['a JSON text', '{"ID":"8061"}', 8061],
    ['a number', { ID: 8061 }, 8061],
    ['a lead that is not saved yet', { ID: '0' }, 0],
    ['an empty PHP array', [], undefined],
    ['an empty PHP array as text', '[]', undefined],
    ['an object without the id', { URI: '/' }, undefined],
    ['an id that is no number', { ID: 'undefined' }, undefined],
    ['a negative id', { ID: '-5' }, undefined],
    ['a text that is no JSON', 'ID=5', undefined],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
  ])('is a lead when the options are %s: %j', (_, options, lead) => {
    expect(readContext('CRM_LEAD_DETAIL_TAB', options, 'ru')).toEqual({ screen: 'CRM_LEAD_DETAIL_TAB', lead, language: 'ru' })
  })

  it.each([
    ['CRM_LEAD_DETAIL_TAB', 'CRM_LEAD_DETAIL_TAB'],
    ['DEFAULT', 'DEFAULT'],
    ['CRM_CONTACT_DETAIL_TAB', undefined],
    ['', undefined],
  ])('has a screen or none: %s', (placement, screen) => {
    expect(readContext(placement, {}, 'en').screen).toBe(screen)
  })
})

describe('the language', () => {
  it.each([
    ['ru', 'ru'], ['RU', 'ru'], ['by', 'ru'], ['kz', 'ru'],
    ['en', 'en'], ['de', 'en'], ['la', 'en'], ['ua', 'en'], ['', 'en'],
  ])('of a portal in %s is %s', (portal, language) => {
    expect(languageOf(portal)).toBe(language)
  })
})
