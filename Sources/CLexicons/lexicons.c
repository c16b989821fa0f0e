#include "CLexicons.h"

// The lexicons, compiled in. Each file of the folder `Lexicons` has two entries here: its bytes and
// its row in the table below, both ordered by path.

static const unsigned char brief_en_tsv[] = {
#embed "../../Lexicons/brief/en.tsv"
};
static const unsigned char brief_fields_tsv[] = {
#embed "../../Lexicons/brief/fields.tsv"
};
static const unsigned char brief_nl_BE_tsv[] = {
#embed "../../Lexicons/brief/nl-BE.tsv"
};
static const unsigned char brief_nl_tsv[] = {
#embed "../../Lexicons/brief/nl.tsv"
};
static const unsigned char domains_boeken_nl_norms_tsv[] = {
#embed "../../Lexicons/domains/boeken/nl/norms.tsv"
};
static const unsigned char domains_eten_nl_norms_tsv[] = {
#embed "../../Lexicons/domains/eten/nl/norms.tsv"
};
static const unsigned char domains_kleding_nl_norms_tsv[] = {
#embed "../../Lexicons/domains/kleding/nl/norms.tsv"
};
static const unsigned char domains_muziek_nl_norms_tsv[] = {
#embed "../../Lexicons/domains/muziek/nl/norms.tsv"
};
static const unsigned char domains_techniek_nl_norms_tsv[] = {
#embed "../../Lexicons/domains/techniek/nl/norms.tsv"
};
static const unsigned char domains_verblijf_nl_norms_tsv[] = {
#embed "../../Lexicons/domains/verblijf/nl/norms.tsv"
};
static const unsigned char domains_zorg_nl_norms_tsv[] = {
#embed "../../Lexicons/domains/zorg/nl/norms.tsv"
};
static const unsigned char nl_abbreviations_tsv[] = {
#embed "../../Lexicons/nl/abbreviations.tsv"
};
static const unsigned char nl_classes_auxiliary_tsv[] = {
#embed "../../Lexicons/nl/classes/auxiliary.tsv"
};
static const unsigned char nl_classes_clause_break_tsv[] = {
#embed "../../Lexicons/nl/classes/clause-break.tsv"
};
static const unsigned char nl_classes_conditional_tsv[] = {
#embed "../../Lexicons/nl/classes/conditional.tsv"
};
static const unsigned char nl_classes_contact_tsv[] = {
#embed "../../Lexicons/nl/classes/contact.tsv"
};
static const unsigned char nl_classes_contrast_tsv[] = {
#embed "../../Lexicons/nl/classes/contrast.tsv"
};
static const unsigned char nl_classes_coordination_tsv[] = {
#embed "../../Lexicons/nl/classes/coordination.tsv"
};
static const unsigned char nl_classes_daypart_tsv[] = {
#embed "../../Lexicons/nl/classes/daypart.tsv"
};
static const unsigned char nl_classes_de_tsv[] = {
#embed "../../Lexicons/nl/classes/de.tsv"
};
static const unsigned char nl_classes_defect_tsv[] = {
#embed "../../Lexicons/nl/classes/defect.tsv"
};
static const unsigned char nl_classes_diminisher_tsv[] = {
#embed "../../Lexicons/nl/classes/diminisher.tsv"
};
static const unsigned char nl_classes_document_tsv[] = {
#embed "../../Lexicons/nl/classes/document.tsv"
};
static const unsigned char nl_classes_en_tsv[] = {
#embed "../../Lexicons/nl/classes/en.tsv"
};
static const unsigned char nl_classes_es_tsv[] = {
#embed "../../Lexicons/nl/classes/es.tsv"
};
static const unsigned char nl_classes_event_tsv[] = {
#embed "../../Lexicons/nl/classes/event.tsv"
};
static const unsigned char nl_classes_first_tsv[] = {
#embed "../../Lexicons/nl/classes/first.tsv"
};
static const unsigned char nl_classes_fr_tsv[] = {
#embed "../../Lexicons/nl/classes/fr.tsv"
};
static const unsigned char nl_classes_gift_tsv[] = {
#embed "../../Lexicons/nl/classes/gift.tsv"
};
static const unsigned char nl_classes_habit_tsv[] = {
#embed "../../Lexicons/nl/classes/habit.tsv"
};
static const unsigned char nl_classes_intensifier_tsv[] = {
#embed "../../Lexicons/nl/classes/intensifier.tsv"
};
static const unsigned char nl_classes_leave_tsv[] = {
#embed "../../Lexicons/nl/classes/leave.tsv"
};
static const unsigned char nl_classes_money_tsv[] = {
#embed "../../Lexicons/nl/classes/money.tsv"
};
static const unsigned char nl_classes_month_tsv[] = {
#embed "../../Lexicons/nl/classes/month.tsv"
};
static const unsigned char nl_classes_negator_tsv[] = {
#embed "../../Lexicons/nl/classes/negator.tsv"
};
static const unsigned char nl_classes_nl_tsv[] = {
#embed "../../Lexicons/nl/classes/nl.tsv"
};
static const unsigned char nl_classes_numberword_tsv[] = {
#embed "../../Lexicons/nl/classes/numberword.tsv"
};
static const unsigned char nl_classes_ordinal_tsv[] = {
#embed "../../Lexicons/nl/classes/ordinal.tsv"
};
static const unsigned char nl_classes_parcel_tsv[] = {
#embed "../../Lexicons/nl/classes/parcel.tsv"
};
static const unsigned char nl_classes_participle_tsv[] = {
#embed "../../Lexicons/nl/classes/participle.tsv"
};
static const unsigned char nl_classes_past_tsv[] = {
#embed "../../Lexicons/nl/classes/past.tsv"
};
static const unsigned char nl_classes_person_tsv[] = {
#embed "../../Lexicons/nl/classes/person.tsv"
};
static const unsigned char nl_classes_place_tsv[] = {
#embed "../../Lexicons/nl/classes/place.tsv"
};
static const unsigned char nl_classes_product_tsv[] = {
#embed "../../Lexicons/nl/classes/product.tsv"
};
static const unsigned char nl_classes_quantifier_tsv[] = {
#embed "../../Lexicons/nl/classes/quantifier.tsv"
};
static const unsigned char nl_classes_recommend_tsv[] = {
#embed "../../Lexicons/nl/classes/recommend.tsv"
};
static const unsigned char nl_classes_relative_tsv[] = {
#embed "../../Lexicons/nl/classes/relative.tsv"
};
static const unsigned char nl_classes_return_tsv[] = {
#embed "../../Lexicons/nl/classes/return.tsv"
};
static const unsigned char nl_classes_say_tsv[] = {
#embed "../../Lexicons/nl/classes/say.tsv"
};
static const unsigned char nl_classes_sequence_tsv[] = {
#embed "../../Lexicons/nl/classes/sequence.tsv"
};
static const unsigned char nl_classes_sudden_tsv[] = {
#embed "../../Lexicons/nl/classes/sudden.tsv"
};
static const unsigned char nl_classes_system_tsv[] = {
#embed "../../Lexicons/nl/classes/system.tsv"
};
static const unsigned char nl_classes_thanks_tsv[] = {
#embed "../../Lexicons/nl/classes/thanks.tsv"
};
static const unsigned char nl_classes_third_tsv[] = {
#embed "../../Lexicons/nl/classes/third.tsv"
};
static const unsigned char nl_classes_timeanchor_tsv[] = {
#embed "../../Lexicons/nl/classes/timeanchor.tsv"
};
static const unsigned char nl_classes_timeunit_tsv[] = {
#embed "../../Lexicons/nl/classes/timeunit.tsv"
};
static const unsigned char nl_classes_weekday_tsv[] = {
#embed "../../Lexicons/nl/classes/weekday.tsv"
};
static const unsigned char nl_classes_you_tsv[] = {
#embed "../../Lexicons/nl/classes/you.tsv"
};
static const unsigned char nl_frequency_tsv[] = {
#embed "../../Lexicons/nl/frequency.tsv"
};
static const unsigned char nl_idioms_tsv[] = {
#embed "../../Lexicons/nl/idioms.tsv"
};
static const unsigned char nl_model_tsv[] = {
#embed "../../Lexicons/nl/model.tsv"
};
static const unsigned char nl_norms_tsv[] = {
#embed "../../Lexicons/nl/norms.tsv"
};
static const unsigned char nl_parameters_tsv[] = {
#embed "../../Lexicons/nl/parameters.tsv"
};
static const unsigned char nl_phrases_tsv[] = {
#embed "../../Lexicons/nl/phrases.tsv"
};
static const unsigned char nl_priors_tsv[] = {
#embed "../../Lexicons/nl/priors.tsv"
};
static const unsigned char nl_rules_course_rules[] = {
#embed "../../Lexicons/nl/rules/course.rules"
};
static const unsigned char nl_rules_drivers_rules[] = {
#embed "../../Lexicons/nl/rules/drivers.rules"
};
static const unsigned char nl_rules_failures_rules[] = {
#embed "../../Lexicons/nl/rules/failures.rules"
};
static const unsigned char nl_rules_flags_rules[] = {
#embed "../../Lexicons/nl/rules/flags.rules"
};
static const unsigned char nl_rules_formula_rules[] = {
#embed "../../Lexicons/nl/rules/formula.rules"
};
static const unsigned char nl_rules_gestures_rules[] = {
#embed "../../Lexicons/nl/rules/gestures.rules"
};
static const unsigned char nl_rules_markers_rules[] = {
#embed "../../Lexicons/nl/rules/markers.rules"
};
static const unsigned char nl_rules_polarity_rules[] = {
#embed "../../Lexicons/nl/rules/polarity.rules"
};
static const unsigned char nl_rules_scope_rules[] = {
#embed "../../Lexicons/nl/rules/scope.rules"
};
static const unsigned char nl_rules_unreal_rules[] = {
#embed "../../Lexicons/nl/rules/unreal.rules"
};
static const unsigned char nl_words_tsv[] = {
#embed "../../Lexicons/nl/words.tsv"
};
static const unsigned char privacy_cues_tsv[] = {
#embed "../../Lexicons/privacy/cues.tsv"
};
static const unsigned char privacy_names_tsv[] = {
#embed "../../Lexicons/privacy/names.tsv"
};
static const unsigned char privacy_words_tsv[] = {
#embed "../../Lexicons/privacy/words.tsv"
};

#define FILE(path, bytes) {path, bytes, sizeof bytes}

static const VerhaalLexiconFile files[] = {
  FILE("brief/en.tsv", brief_en_tsv),
  FILE("brief/fields.tsv", brief_fields_tsv),
  FILE("brief/nl-BE.tsv", brief_nl_BE_tsv),
  FILE("brief/nl.tsv", brief_nl_tsv),
  FILE("domains/boeken/nl/norms.tsv", domains_boeken_nl_norms_tsv),
  FILE("domains/eten/nl/norms.tsv", domains_eten_nl_norms_tsv),
  FILE("domains/kleding/nl/norms.tsv", domains_kleding_nl_norms_tsv),
  FILE("domains/muziek/nl/norms.tsv", domains_muziek_nl_norms_tsv),
  FILE("domains/techniek/nl/norms.tsv", domains_techniek_nl_norms_tsv),
  FILE("domains/verblijf/nl/norms.tsv", domains_verblijf_nl_norms_tsv),
  FILE("domains/zorg/nl/norms.tsv", domains_zorg_nl_norms_tsv),
  FILE("nl/abbreviations.tsv", nl_abbreviations_tsv),
  FILE("nl/classes/auxiliary.tsv", nl_classes_auxiliary_tsv),
  FILE("nl/classes/clause-break.tsv", nl_classes_clause_break_tsv),
  FILE("nl/classes/conditional.tsv", nl_classes_conditional_tsv),
  FILE("nl/classes/contact.tsv", nl_classes_contact_tsv),
  FILE("nl/classes/contrast.tsv", nl_classes_contrast_tsv),
  FILE("nl/classes/coordination.tsv", nl_classes_coordination_tsv),
  FILE("nl/classes/daypart.tsv", nl_classes_daypart_tsv),
  FILE("nl/classes/de.tsv", nl_classes_de_tsv),
  FILE("nl/classes/defect.tsv", nl_classes_defect_tsv),
  FILE("nl/classes/diminisher.tsv", nl_classes_diminisher_tsv),
  FILE("nl/classes/document.tsv", nl_classes_document_tsv),
  FILE("nl/classes/en.tsv", nl_classes_en_tsv),
  FILE("nl/classes/es.tsv", nl_classes_es_tsv),
  FILE("nl/classes/event.tsv", nl_classes_event_tsv),
  FILE("nl/classes/first.tsv", nl_classes_first_tsv),
  FILE("nl/classes/fr.tsv", nl_classes_fr_tsv),
  FILE("nl/classes/gift.tsv", nl_classes_gift_tsv),
  FILE("nl/classes/habit.tsv", nl_classes_habit_tsv),
  FILE("nl/classes/intensifier.tsv", nl_classes_intensifier_tsv),
  FILE("nl/classes/leave.tsv", nl_classes_leave_tsv),
  FILE("nl/classes/money.tsv", nl_classes_money_tsv),
  FILE("nl/classes/month.tsv", nl_classes_month_tsv),
  FILE("nl/classes/negator.tsv", nl_classes_negator_tsv),
  FILE("nl/classes/nl.tsv", nl_classes_nl_tsv),
  FILE("nl/classes/numberword.tsv", nl_classes_numberword_tsv),
  FILE("nl/classes/ordinal.tsv", nl_classes_ordinal_tsv),
  FILE("nl/classes/parcel.tsv", nl_classes_parcel_tsv),
  FILE("nl/classes/participle.tsv", nl_classes_participle_tsv),
  FILE("nl/classes/past.tsv", nl_classes_past_tsv),
  FILE("nl/classes/person.tsv", nl_classes_person_tsv),
  FILE("nl/classes/place.tsv", nl_classes_place_tsv),
  FILE("nl/classes/product.tsv", nl_classes_product_tsv),
  FILE("nl/classes/quantifier.tsv", nl_classes_quantifier_tsv),
  FILE("nl/classes/recommend.tsv", nl_classes_recommend_tsv),
  FILE("nl/classes/relative.tsv", nl_classes_relative_tsv),
  FILE("nl/classes/return.tsv", nl_classes_return_tsv),
  FILE("nl/classes/say.tsv", nl_classes_say_tsv),
  FILE("nl/classes/sequence.tsv", nl_classes_sequence_tsv),
  FILE("nl/classes/sudden.tsv", nl_classes_sudden_tsv),
  FILE("nl/classes/system.tsv", nl_classes_system_tsv),
  FILE("nl/classes/thanks.tsv", nl_classes_thanks_tsv),
  FILE("nl/classes/third.tsv", nl_classes_third_tsv),
  FILE("nl/classes/timeanchor.tsv", nl_classes_timeanchor_tsv),
  FILE("nl/classes/timeunit.tsv", nl_classes_timeunit_tsv),
  FILE("nl/classes/weekday.tsv", nl_classes_weekday_tsv),
  FILE("nl/classes/you.tsv", nl_classes_you_tsv),
  FILE("nl/frequency.tsv", nl_frequency_tsv),
  FILE("nl/idioms.tsv", nl_idioms_tsv),
  FILE("nl/model.tsv", nl_model_tsv),
  FILE("nl/norms.tsv", nl_norms_tsv),
  FILE("nl/parameters.tsv", nl_parameters_tsv),
  FILE("nl/phrases.tsv", nl_phrases_tsv),
  FILE("nl/priors.tsv", nl_priors_tsv),
  FILE("nl/rules/course.rules", nl_rules_course_rules),
  FILE("nl/rules/drivers.rules", nl_rules_drivers_rules),
  FILE("nl/rules/failures.rules", nl_rules_failures_rules),
  FILE("nl/rules/flags.rules", nl_rules_flags_rules),
  FILE("nl/rules/formula.rules", nl_rules_formula_rules),
  FILE("nl/rules/gestures.rules", nl_rules_gestures_rules),
  FILE("nl/rules/markers.rules", nl_rules_markers_rules),
  FILE("nl/rules/polarity.rules", nl_rules_polarity_rules),
  FILE("nl/rules/scope.rules", nl_rules_scope_rules),
  FILE("nl/rules/unreal.rules", nl_rules_unreal_rules),
  FILE("nl/words.tsv", nl_words_tsv),
  FILE("privacy/cues.tsv", privacy_cues_tsv),
  FILE("privacy/names.tsv", privacy_names_tsv),
  FILE("privacy/words.tsv", privacy_words_tsv),
};

const VerhaalLexiconFile *verhaal_lexicon_files(void) { return files; }

size_t verhaal_lexicon_file_count(void) { return sizeof files / sizeof files[0]; }
