/** What is asked before many leads are written, what became of one, and what to tell of all. */
import { neutral } from '../../domain/bb-text.ts'
import type { FormLeadsWords } from '../../i18n/form-leads-words.ts'
import type { FormLeadOutcome, News } from '../../stores/form-leads.ts'
import { cutText, oneLine } from '../save/cut-text.ts'

/** Links of one notice. */
const MOST_LINKS = 10
const LONGEST_TITLE = 80
/** Each lead takes two requests, and in the long run a portal takes two a second. */
const A_MINUTE = 60

/** The question before so many leads are written, with the minutes where they are more than one. */
export function sureText(count: number, { sure, takes }: Pick<FormLeadsWords, 'sure' | 'takes'>): string {
  const minutes = Math.ceil(count / A_MINUTE)
  return minutes > 1 ? `${sure(count)} ${takes(minutes)}` : sure(count)
}

export function outcomeWords(outcome: FormLeadOutcome, { outcomes, failed }: FormLeadsWords): string {
  switch (outcome.state) {
    case 'written': return outcome.partly ? outcomes.partly : outcomes.written
    case 'skipped': return outcomes[outcome.why]
    case 'stopped': return outcomes.stopped
    case 'failed': {
      if (outcome.why === 'changed' || outcome.why === 'unsure') return outcomes[outcome.why]
      const { kind } = outcome.why
      return failed[kind === 'not-allowed' || kind === 'not-found' || kind === 'busy' || kind === 'unreachable' || kind === 'expired' ? kind : 'other']
    }
  }
}

/** The notice to one supervisor: how many, and links to the first ten. */
export function newsText(news: readonly News[], { notice, noTitle }: FormLeadsWords): string {
  const links = news.slice(0, MOST_LINKS).map(({ lead, title }) => `[URL=/crm/lead/details/${lead}/]${neutral(cutText(oneLine(title), LONGEST_TITLE)) || noTitle}[/URL]`)
  const rest = news.length - links.length
  return [`[b]${notice.head(news.length)}[/b]`, ...links, ...(rest > 0 ? [notice.rest(rest)] : [])].join('\n')
}
