import { createApp } from 'vue'
import BareList from './BareList.vue'

createApp(BareList).mount('#app')
