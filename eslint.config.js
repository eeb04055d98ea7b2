import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import pluginVue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'

export default defineConfigWithVueTs(
  { ignores: ['dist*/', 'node_modules/', 'coverage/', 'test-results/', '*.d.ts'] },
  pluginVue.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  ...accessibility.configs['flat/recommended'],
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number in a template literal reads well and cannot go wrong.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An arrow that only calls is plain in `() => { … }` and in `() => …` alike.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/multi-word-component-names': 'off',
      // The label of a control may be nested or referred to; both are read out.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  { files: ['src/**/*.{ts,vue}'], rules: { 'no-console': 'error' } },
  // The kit's deprecated `mdc` is on unless it is named.
  { files: ['scripts/vite/kit.ts'], rules: { '@typescript-eslint/no-deprecated': 'off' } },
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
)
