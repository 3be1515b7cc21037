package actuals

// Meaning is what a column says of a row. Its name is what a plan or a flag
// calls it: --column spend="Total cost".
type Meaning string

// The meanings.
const (
	MeaningNone Meaning = "" // not understood, or not needed

	MeaningDate   Meaning = "date"   // the day, week or month that a count or cost is of
	MeaningStarts Meaning = "starts" // the first day of that time
	MeaningEnds   Meaning = "ends"   // its last day

	MeaningEntered       Meaning = "entered"        // the day on which a lead or deal came in
	MeaningClosed        Meaning = "closed"         // the day on which it was won or lost
	MeaningWon           Meaning = "won"            // the day on which it was won
	MeaningLost          Meaning = "lost"           // the day on which it was lost
	MeaningFirstResponse Meaning = "first_response" // the day on which somebody first answered
	MeaningStageDate     Meaning = "stage_date"     // the day on which it entered a stage of the plan

	MeaningStage      Meaning = "stage"       // the stage that a row is about, or at
	MeaningStatus     Meaning = "status"      // open, won or lost, beside a stage
	MeaningCount      Meaning = "count"       // how many entered the stage
	MeaningStageCount Meaning = "stage_count" // how many entered one stage of the plan
	MeaningFunnel     Meaning = "funnel"
	MeaningChannel    Meaning = "channel"
	MeaningCampaign   Meaning = "campaign"
	MeaningOwner      Meaning = "owner" // the person who looks after it
	MeaningID         Meaning = "id"

	MeaningAmount  Meaning = "amount"  // what a deal is worth
	MeaningRevenue Meaning = "revenue" // what came in
	MeaningSpend   Meaning = "spend"   // what was spent
	MeaningLeads   Meaning = "leads"   // what an ad platform counts as leads

	MeaningResultType Meaning = "result_type" // what an ad platform means by a result: of them, leads count as leads

	MeaningReason     Meaning = "reason" // why it was won or lost
	MeaningWonReason  Meaning = "won_reason"
	MeaningLostReason Meaning = "lost_reason"
	MeaningReferredBy Meaning = "referred_by"
	MeaningRepeat     Meaning = "repeat" // whether an existing client bought again
)

// phrases are headers that mean the same, folded, with commas between them. The
// lowest rank wins where several columns claim a meaning: "lead source" over
// "source". Rank 0 is a candidate only: it is offered, never taken.
type phrases struct {
	meaning Meaning
	rank    int
	headers string
}

// candidate is the rank of what is never taken unasked.
const candidate = 0

// headerPhrases is the vocabulary of headers in English, Spanish and Portuguese.
// What stands nowhere in it, such as a budget, is taken for nothing.
func headerPhrases() []phrases {
	return []phrases{
		{MeaningDate, 1, "date, day, week, month, quarter, period, week of, week start, week starting, week ending, month of, year month"},
		{MeaningDate, 1, "fecha, dia, semana, mes, trimestre, periodo, semana del, semana de, semana hasta, fecha del dia, ano mes"},
		{MeaningDate, 1, "date hour yyyymmddhh, fecha y hora aaaammddhh, data, dia da semana inicial, semana de inicio, mes de referencia, mes ano"},
		{MeaningStarts, 1, "reporting starts, start date, starts, from, week begins, inicio del informe, inicio de los informes, fecha de inicio, desde"},
		{MeaningStarts, 1, "inicio dos relatorios, data de inicio, inicio do relatorio"},
		{MeaningEnds, 1, "reporting ends, end date, ends, to, fin del informe, fin de los informes, fecha de fin, fecha de finalizacion, hasta"},
		{MeaningEnds, 1, "termino dos relatorios, data de termino, data de encerramento dos relatorios, encerramento dos relatorios, fim dos relatorios, ate"},

		{MeaningEntered, 1, "created date, create date, date created, created time, created at, created on, created, creation date, createdate"},
		{MeaningEntered, 1, "deal created, deal created on, deal created date, add time, first contact date, engage date, aql date, entry date, date entered"},
		{MeaningEntered, 1, "fecha de creacion, fecha creacion, creado, creado el, fecha de ingreso, fecha ingreso, fecha de entrada, fecha entrada"},
		{MeaningEntered, 1, "fecha de alta, fecha alta, fecha primer contacto, fecha de primer contacto, fecha del primer contacto, trato creado, negocio creado, negocio creado el, hora de creacion"},
		{MeaningEntered, 1, "data de criacao, data criacao, data primeiro contato, data do primeiro contato, data de entrada, data entrada, negocio criado, negocio criado em, criado em, data de cadastro"},

		{MeaningClosed, 1, "close date, closing date, closed date, closed on, date closed, deal closed on, closedate, closed time, close time, closed at"},
		{MeaningClosed, 1, "fecha de cierre, fecha cierre, fecha del cierre, cerrado el, trato cerrado el, negocio cerrado el"},
		{MeaningClosed, 1, "data de fechamento, data fechamento, data do fechamento, negocio fechado em, fechado em"},
		{MeaningWon, 1, "won date, date won, won time, won at, won on, deal won time, fecha ganado, fecha de ganado, ganado el, fecha de venta, data de ganho, ganho em, data da venda"},
		{MeaningLost, 1, "lost date, date lost, lost time, lost at, lost on, deal lost time, fecha de perdida, fecha perdido, perdido el, data da perda, data de perda, perdido em"},
		{MeaningFirstResponse, 1, "first response, first response date, first response at, first responded at, first response on"},
		{MeaningFirstResponse, 1, "primera respuesta, fecha primera respuesta, fecha de primera respuesta, fecha de la primera respuesta, primeira resposta, data da primeira resposta"},
		{MeaningFirstResponse, candidate, "first response time, first touch, first activity date, first outreach date, tiempo de primera respuesta"},

		{MeaningStage, 1, "stage, deal stage, dealstage, opportunity stage, pipeline stage, lifecycle stage, lifecyclestage, lead stage, stage name, stagename, funnel stage, sales stage"},
		{MeaningStage, 1, "etapa, etapa del negocio, etapa del trato, etapa del embudo, etapa de la oportunidad, etapa del ciclo de vida, fase, fase del negocio"},
		{MeaningStage, 1, "estagio, etapa do negocio, etapa do funil, estagio do negocio, estagio do funil, etapa do ciclo de vida"},
		{MeaningStage, 2, "hs lead status, estado de posible cliente, status de lead, status, lead status, deal status, opportunity status, estado, estado del lead, estado del negocio, estado del trato, estatus, situacao, status do lead, status do negocio"},

		{MeaningCount, 1, "count, counts, entries, quantity, record count, people, cantidad, conteo, entradas, recuento, cant, quantidade, contagem, qtd, qtde"},
		{MeaningCount, candidate, "n, number, total, numero, nro, value, valor, new, nuevos"},
		{MeaningFunnel, 1, "funnel, funnel id, funnel name, pipeline, pipeline name, deal pipeline, embudo, proceso de ventas, embudo de ventas, funil, funil de vendas"},

		{MeaningChannel, 1, "lead source, original source, original traffic source, source channel, deal source channel, lead origin, acquisition channel, marketing channel"},
		{MeaningChannel, 1, "fuente del lead, fuente de posible cliente, fuente de lead, origen del lead, fuente original, fuente de trafico original, canal de origen, canal de adquisicion"},
		{MeaningChannel, 1, "origem do lead, fonte do lead, fonte original, fonte original de trafego, canal de origem, canal de aquisicao"},
		{MeaningChannel, 1, "session primary channel group, session primary channel group default channel group, first user primary channel group default channel group, primary channel group, primary channel group default channel group, session default channel group, default channel group, default channel grouping, first user primary channel group, grupo de canales predeterminado, grupo de canales predeterminado de la sesion, grupo principal de canales de la sesion, grupo de canales principal de la sesion, grupo de canales principal de la sesion grupo de canales predeterminado, primer grupo de canales principal del usuario, primer grupo de canales principal del usuario grupo de canales predeterminado"},
		{MeaningChannel, 1, "hs analytics source, grupo de canais principal da sessao, grupo de canais principal da sessao grupo de canais padrao"},
		{MeaningChannel, 2, "channel, source, origin, platform, canal, fuente, origen, plataforma, fonte, origem"},
		{MeaningChannel, 3, "fuente medio de la sesion, origem midia da sessao, utm source, session source, session source medium, source medium, medium, medio, fuente medio, origem midia, deal source origin, source origin, network"},
		{MeaningCampaign, 1, "campaign, campaign name, campana, nombre de la campana, campanha, nome da campanha, session campaign"},
		{MeaningCampaign, candidate, "campaign source, utm campaign, ad group, ad set name, grupo de anuncios, nombre del conjunto de anuncios, conjunto de anuncios, nome do conjunto de anuncios"},

		{MeaningOwner, 1, "deal owner, lead owner, opportunity owner, contact owner, record owner, propietario del negocio, propietario del trato, propietario del lead, propietario de la oportunidad, propietario de oportunidad, propietario del contacto, proprietario do negocio, proprietario do lead, proprietario da oportunidade, proprietario do contato"},
		{MeaningOwner, 2, "owner, sales rep, sales agent, salesperson, assigned to, rep, propietario, vendedor, vendedora, responsable, ejecutivo, asesor, comercial, asignado a, proprietario, responsavel, vendedor responsavel, consultor"},
		{MeaningOwner, 1, "propietario de posible cliente, hubspot owner"},
		{MeaningOwner, 3, "hubspot owner id, owner id, id vendedor, id del vendedor, id responsable, id do vendedor, account owner"},

		{MeaningOwner, candidate, "sdr id, sr id, sdr, bdr, created by, deal creator, creado por, criado por"},

		{MeaningID, 1, "hs object id, lead id, record id, opportunity id, deal id, mql id, contact id, prospect id, recordid, leadid, dealid"},
		{MeaningID, 1, "id lead, id del lead, id de registro, id del registro, id de oportunidad, id oportunidad, id de la oportunidad, id del negocio, id negocio, id del trato, id contacto, codigo de lead"},
		{MeaningID, 1, "id oportunidade, id da oportunidade, id do lead, id do negocio, id do registro"},
		{MeaningID, 2, "id"},
		{MeaningID, candidate, "email, e mail, correo, correo electronico, phone, telefono, telefone, prospect number, lead number, folio, numero de lead, account id, company id"},

		{MeaningAmount, 1, "amount, deal amount, opportunity amount, deal value, close value, valor del negocio, valor del trato, monto del negocio, importe del negocio, valor do negocio"},
		{MeaningAmount, 2, "value, price, valor, monto, importe, precio, preco, montante"},
		{MeaningAmount, 3, "amount in company currency, importe en la divisa de la empresa, importe en la moneda de la empresa"},
		{MeaningAmount, candidate, "total, total price, annual contract value, total contract value, acv, tcv, arr, mrr, ventas, vendas, sales, valor total, monto total, importe total"},
		{MeaningRevenue, 1, "revenue, total revenue, income, ingresos, ingreso, facturacion, ingresos totales, receita, faturamento, receita total, actual revenue, closed revenue"},
		{MeaningRevenue, candidate, "sales, ventas, vendas, conv value, conversion value, purchases conversion value, valor de conv, valor de conversion, valor de conversao"},
		{MeaningSpend, 1, "spend, cost, amount spent, ad spend, ads cost, google ads cost, total spend, total cost, media spend, ad cost"},
		{MeaningSpend, 1, "importe gastado, cantidad gastada, monto gastado, costo, coste, gasto, gastos, inversion, inversion publicitaria, costo total, coste total, gasto total"},
		{MeaningSpend, 1, "custo, valor usado, valor gasto, quantia gasta, investimento, custo total, gasto em anuncios"},
		{MeaningSpend, candidate, "costs, expenses, expense, egresos, despesa, despesas"},
		{MeaningLeads, 1, "leads, on facebook leads, leads form, leads formulario, form leads, contactos generados"},
		{MeaningLeads, 2, "conversions, conversiones, conversoes, conversion, key events, eventos clave, eventos principais"},
		{MeaningLeads, 3, "results, resultados"},
		{MeaningResultType, 1, "result indicator, result type, indicador de resultado, indicador de resultados, tipo de resultado, tipo de resultados"},

		{MeaningReason, 1, "reason, outcome reason, close reason, motivo, razon, motivo de cierre, motivo do fechamento"},
		{MeaningWonReason, 1, "won reason, win reason, closed won reason, reason won, motivo de ganado, motivo ganado, motivo de cierre ganado, motivo do ganho, motivo de ganho"},
		{MeaningLostReason, 1, "lost reason, loss reason, closed lost reason, deal lost reason, reason lost, reason for loss, loss reason description, lost reason description, disqualification reason"},
		{MeaningLostReason, 1, "motivo de perdida, motivo de la perdida, motivo perdida, razon de perdida, razon de la perdida, motivo de cierre perdido, motivo de descarte, motivo de perda, motivo da perda, motivo perda, motivo de negocio perdido"},
		{MeaningReferredBy, 1, "referred by, referral from, recommended by, referido por, recomendado por, quien lo refirio, indicado por, indicacao de"},
		{MeaningReferredBy, candidate, "referral, referrer, referido, indicacao"},
		{MeaningRepeat, 1, "repeat, repeat purchase, is repeat, repeat client, repeat customer, recompra, compra repetida, cliente recurrente, compra recorrente, cliente recorrente"},
		{MeaningRepeat, candidate, "type, deal type, tipo, tipo de negocio, existing customer"},
	}
}

// adWords are headers that only reports of ad platforms and site analytics have,
// by the platform that uses them; several share those without one.
func adWords() map[string]string {
	return map[string]string{
		"": "clicks, clics, cliques, impressions, impresiones, impressoes, ctr, campaign, campaign name, campana, campanha, conversions, conversiones, conversoes, views",
		"google_ads": "impr, avg cpc, cpc medio, cpc prom, cpc med, currency code, codigo de moneda, codigo da moeda, campaign status, estado de la campana, estado da campanha, " +
			"cost conv, coste conv, costo conv, custo conv, conv rate, tasa de conv, taxa de conv, ad group, grupo de anuncios, search impr share, interactions, optimization score, campaign type, tipo de campana, interacciones",
		"meta": "amount spent, importe gastado, valor usado, reporting starts, reporting ends, inicio del informe, fin del informe, inicio dos relatorios, termino dos relatorios, " +
			"reach, alcance, frequency, frecuencia, link clicks, clics en el enlace, cliques no link, ad set name, nombre del conjunto de anuncios, nombre de la campana, nome da campanha, cost per results, cost per result, " +
			"costo por resultados, coste por resultados, costo por resultado, custo por resultado, custo por resultados, result indicator, indicador de resultado, campaign delivery, entrega de la campana, ad delivery, attribution setting",
		"ga4": "sessions, sesiones, sessoes, users, total users, active users, new users, usuarios, usuarios activos, engaged sessions, sesiones con interaccion, engagement rate, event count, numero de eventos, " +
			"events per session, key events, eventos clave, session primary channel group, session primary channel group default channel group, session primary channel group default channel group, first user primary channel group default channel group, primary channel group, primary channel group default channel group, session default channel group, session source medium, session campaign, session key event rate, grupo de canales principal de la sesion, grupo de canales principal de la sesion grupo de canales predeterminado, primer grupo de canales principal del usuario, " +
			"primer grupo de canales principal del usuario grupo de canales predeterminado, usuarios totales, usuarios nuevos, porcentaje de interacciones, average engagement time per session",
	}
}

// totalWords label a row that adds up others.
func totalWords() string {
	return "total, totals, grand total, subtotal, totales, total general, suma, gran total, totais, total geral, soma, suma total, " +
		"total account, total campaigns, total cuenta, total campanas, total conta, total campanhas, total search, total display"
}

// isMeaning reports whether a word is a meaning that a column can be given.
func isMeaning(word string) bool {
	for _, m := range Meanings() {
		if string(m) == word {
			return true
		}
	}
	return false
}

// Meanings lists what a column can be said to mean. A stage of the plan is said by
// its ID instead.
func Meanings() []Meaning {
	return []Meaning{
		MeaningDate, MeaningStarts, MeaningEnds, MeaningEntered, MeaningClosed, MeaningWon, MeaningLost, MeaningFirstResponse,
		MeaningStage, MeaningStatus, MeaningCount, MeaningFunnel, MeaningChannel, MeaningCampaign, MeaningOwner, MeaningID,
		MeaningAmount, MeaningRevenue, MeaningSpend, MeaningLeads, MeaningResultType, MeaningReason, MeaningWonReason, MeaningLostReason,
		MeaningReferredBy, MeaningRepeat,
	}
}
