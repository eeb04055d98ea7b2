/** What somebody may type, paste or send into anything that the app shows, stores or sends on. */

export const HOSTILE: Readonly<Record<string, string>> = {
  'markup': '<img src=x onerror="alert(1)"><script>alert(2)</script><svg onload=alert(3)><b>жирно</b>',
  'a script link': '<a href="javascript:alert(1)">сюда</a>',
  'attributes': '" onmouseover="alert(1)" x=\'',
  'BB codes': '[url=javascript:alert(1)]сюда[/url] [b]жирно[/b] [user=1]директор[/user] [img]https://a.example/x.png[/img]',
  'unfinished BB codes': '[b][[b][/b [url=',
  'a script address': 'javascript:alert(document.domain)//',
  'template marks': '{{constructor.constructor("alert(1)")()}} ${alert(1)} #{1}',
  'a prototype key': '__proto__',
  'another prototype key': 'constructor',
  'a reference': '$result[lead][item][id] и $RESULT[me][ID]',
  'the parts of a request': '%5B%00&cmd[update]=crm.item.delete%3Fid%3D1&halt=0#x',
  'JSON': '","format":2,"x":{"y":["\\',
  'a turned text': 'Иван \u202Eмоков \u2066наизнанку \u202Bещё',
  'signs that are not seen': 'И\u200Bв\u200Dа\uFEFFн\u00AD',
  'a NUL': 'Иван\u0000Петров',
  'half of an emoji': 'Иван \uD83D и \uDE00 Петров',
  'emoji': '👩‍👩‍👧‍👦 🇷🇺 👍🏽',
  'a mark of ours': 'Triple A · run000001/comment',
  'a mark of a to-do': 'Позвонить\n\nTriple A · run000001/1',
  'many lines': 'раз\n\n\n[b]два\n\tтри\r\nчетыре',
}

/** About a megabyte of UTF-8. */
export const ENDLESS = 'Щука '.repeat(110_000)

export const HOSTILE_TABLE = Object.entries(HOSTILE)

/** The same words as far as they may stand in a text that the app sends: one line, harmless, no longer for the eye. */
export function plainLetters(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, '')
}

export const TURNING = /[\u202A-\u202E\u2066-\u2069]/u
export const LONE_SURROGATE = /\p{Surrogate}/u
