/**
 * What a usual opening of a lead never needs: for several sets, a set on the shelf, a portal that hands nothing over, is busy or
 * refuses. In one file: each alone is too small to be worth a name in the entry and a compressor of its own.
 */
export const RARE_CHUNK = {
  name: 'rare',
  test: /src\/(?:portal\/(?:ask-installation|choose-set-for|set-of-lead|portal-error|repeat|sets\/pointed)|components\/qualification\/(?:OpeningFailed|StartProblem))\.(?:ts|vue)$/,
}
