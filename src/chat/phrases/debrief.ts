// How people ask for what the team made itself.

export const debriefPhrases = {
  team_scripts: [
    /^(?:show |see |list )?(?:me )?(?:the |our )?(?:team(?:'s)? (?:scripts|talk ?tracks)|scripts of (?:the|our) team)(?<rest>)$/i,
    /^(?:show |see |list )?(?:me )?(?:the |our )?(?:script )?assets(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:团队)?话术资产(?<rest>)$/,
    /^(?:查看|看看|看一下|看|显示)?(?:团队|我们的?)(?:话术|话术库)(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
